"""What the body's Markdown has beyond CommonMark, as rules of markdown-it."""

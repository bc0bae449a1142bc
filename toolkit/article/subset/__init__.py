"""The safe subset of HTML that a body is brought into."""

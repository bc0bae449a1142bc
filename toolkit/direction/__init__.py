"""Direction of text: embedding levels, order, and markup that makes both visible."""

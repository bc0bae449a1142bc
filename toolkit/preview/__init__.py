"""The translators' preview: a local web application that shows pages while they are written."""

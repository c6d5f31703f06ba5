"""A model's own words to a question: what it is shown, what it must give back, and what no draft may say."""

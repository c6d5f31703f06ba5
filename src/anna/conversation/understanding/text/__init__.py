"""A message as rules read it: normal form, repaired spelling, tourists translated, families of words and phrases of them."""

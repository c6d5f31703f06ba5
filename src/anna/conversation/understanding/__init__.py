"""From one patient's text to a `Reading`: offline rules here, models behind the same port in `providers`."""

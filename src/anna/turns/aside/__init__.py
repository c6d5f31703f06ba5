"""What is said beside any flow: manners, whose place this is, other people, other languages, data requests."""

"""Community capital: what the villages have that learners may draw on."""

"""What a person may ask of what is held of them, on the page of a person of any kind."""

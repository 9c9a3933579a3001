"""The sample centre: invented people for trying the program, and the script that makes them."""

"""Credit items: what was learnt, what is proposed for it, and what an institution accepted."""

"""Referrals: what is asked of agencies for learners, followed until it was served."""

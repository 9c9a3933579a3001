"""HETT: the framework in the centre's words, assessments and ratings."""

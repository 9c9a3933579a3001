"""The long proof of the packages: installed in bare roots and under Wine, used, upgraded, cut off.

`python -m tests.packages OUT` as root on Debian, after `python installer/build.py all OUT`. It is
no part of the test run: it fetches whole systems and takes half an hour.
"""

"""Tests of sync under faults: lost and late messages, wrong clocks, restored and cloned copies."""

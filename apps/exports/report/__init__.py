"""The status report: what an address asks for, put together as a Paper."""

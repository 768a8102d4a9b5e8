"""Repairing (sửa thể thức) what is mechanical; every word of the text stays."""

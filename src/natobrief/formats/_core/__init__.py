"""Documents: classes as plain data, tables, labels, and which class has which word."""

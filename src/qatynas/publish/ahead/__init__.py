"""What lies ahead as pages tell it: each result of `qatynas.outlook` with headline, tables, picture and sentences."""

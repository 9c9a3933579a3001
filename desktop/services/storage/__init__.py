"""What lies on the disk beside the database, and the files of a backup."""

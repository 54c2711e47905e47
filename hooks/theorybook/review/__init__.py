"""What a proposed change does, told for people who do not read YAML."""

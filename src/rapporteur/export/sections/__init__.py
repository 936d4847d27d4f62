"""The dossier's sections as plain prepared values: a template that loops over them needs to know nothing else."""

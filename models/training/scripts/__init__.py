"""The steps of the training project: each module with a `main` is one command of project.yml."""

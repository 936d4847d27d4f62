"""How the shipped language model is made: the annotated corpus, its reading, training, export, evaluation."""

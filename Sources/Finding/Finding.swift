import Facts
import Lexicon

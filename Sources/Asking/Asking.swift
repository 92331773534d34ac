import Facts
import Finding
import Lexicon

/// Questions to queries.
public enum Asking {
}

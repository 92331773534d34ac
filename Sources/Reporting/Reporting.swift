import Facts

/// Rows to text.
public enum Reporting {
}

import Facts

/// Words of all languages, makers, models and markets.
public enum LexiconFiles {
  /// The names of the embedded files.
  public static var names: [String] { EmbeddedFiles.all.map { "\($0.name)" } }
}

/// What became of an article that was added.
public enum StoreOutcome: String, Hashable, Sendable, CaseIterable {
  /// It is new.
  case inserted
  /// It was there, with the same text and facts.
  case unchanged
  /// Its page had another text before: this is the newest version, the older ones are kept.
  case updated
  /// Its text was there; what is known of it, or its facts, were replaced.
  case refreshed
}

/// Where the facts of an article come from.
public enum FactOrigin: Hashable, Sendable {
  /// An extractor of this version found them. Facts of an earlier version are replaced, others never.
  case extracted(version: String)
  /// A file of annotated articles brought them.
  case imported

  var name: String {
    switch self {
    case .extracted: "extracted"
    case .imported: "imported"
    }
  }

  var extractor: String? {
    switch self {
    case .extracted(let version): version
    case .imported: nil
    }
  }
}

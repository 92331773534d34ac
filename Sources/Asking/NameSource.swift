import Facts

/// The names that a database knows beside those of the catalogue.
public protocol NameSource: Sendable {
  /// The manufacturers whose keys are among those given.
  func manufacturers(withKeys keys: [String]) -> [String]
  /// The models whose keys are among those given.
  func models(withKeys keys: [String]) -> [ModelName]
  /// All manufacturers and models, for telling the nearest of an unknown name.
  func allNames() -> (manufacturers: [String], models: [ModelName])
}

/// A database that knows no names.
public struct NoNames: NameSource {
  /// Makes the source.
  public init() {}
  /// None.
  public func manufacturers(withKeys keys: [String]) -> [String] { [] }
  /// None.
  public func models(withKeys keys: [String]) -> [ModelName] { [] }
  /// None.
  public func allNames() -> (manufacturers: [String], models: [ModelName]) { ([], []) }
}

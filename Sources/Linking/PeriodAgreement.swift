import Facts

extension Period {
  /// Whether two periods mean the same: they share half of the days that either spans; open ones by their closed end.
  static func agree(_ a: Period?, _ b: Period?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    if a.first == nil || b.first == nil { return a.first == nil && b.first == nil && a.last == b.last }
    if a.last == nil || b.last == nil { return a.last == nil && b.last == nil && a.first == b.first }
    return a.sharesHalf(with: b)
  }
}

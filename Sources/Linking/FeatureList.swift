/// Features are put down one behind the other in one array that has room for all.
extension [Float] {
  /// Puts features down; inlined, so that no array is made of them.
  @inline(__always)
  mutating func add(_ features: Float...) { for feature in features { append(feature) } }

  /// Puts down whether something is so: 1 or 0.
  @inline(__always)
  mutating func add(flag: Bool) { append(flag ? 1 : 0) }
}

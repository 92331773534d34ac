/// Finds a word in a text by its bytes.
extension [UInt8] {
  /// The first place at which some bytes stand; `nil` where they do not.
  ///
  /// No bytes stand at the beginning. The search of the standard library asks any collection through its indices, which costs many times as much.
  func firstRange(of word: [UInt8]) -> Range<Int>? {
    guard let first = word.first else { return 0..<0 }
    guard word.count <= count else { return nil }
    return withUnsafeBufferPointer { text in
      word.withUnsafeBufferPointer { word in
        for start in 0...(text.count - word.count) where text[start] == first {
          if word.indices.allSatisfy({ text[start + $0] == word[$0] }) { return start..<start + word.count }
        }
        return nil
      }
    }
  }
}

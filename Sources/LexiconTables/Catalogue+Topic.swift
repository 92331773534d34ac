import Facts

extension Catalogue {
  /// Whether a maker, or a model known without its maker, begins at `start` of bytes as they stand, and the name's length.
  ///
  /// A longer form that is no such name ("Ford Foundation") hides a shorter one.
  @inline(__always)
  func topicName(_ s: UnsafeBufferPointer<UInt8>, _ start: Int) -> (sort: TopicTable.Sort, length: Int)? {
    var best = storage.table.longest(s, start)
    if let own = storage.own?.longest(s, start), own.length >= best?.length ?? 0 { best = own }
    guard let best else { return nil }
    switch best.entry {
    case .maker: return (.maker, best.length)
    case .model(let number): return storage.models[number].needsMaker ? nil : (.model, best.length)
    case .nothing, .market: return nil
    }
  }

  /// Whether a name may begin with two bytes.
  func begins(_ first: UInt8, _ second: UInt8) -> Bool {
    storage.table.trie.begins(first, second) || storage.own?.trie.begins(first, second) == true
  }
}

/// What each figure of a circle says of each of several candidates.
struct Votes {
  private let values: [Float]
  private let width: Int
  private let columns: [Int32]
  /// The candidates, by number.
  private let candidates: [Int]

  /// Looks the candidates up in the shares of each figure.
  init(_ circle: Circle, _ candidates: [Int], of numbers: Int, _ shares: (Int) -> Shares) {
    var columns = [Int32](repeating: -1, count: numbers)
    for (at, candidate) in candidates.enumerated() where candidate >= 0 { columns[candidate] = Int32(at) }
    width = candidates.count
    var values = [Float](repeating: 0, count: circle.figures.count * width)
    for (row, figure) in circle.figures.enumerated() {
      for (number, share) in shares(figure).items where columns[number] >= 0 {
        values[row * width + Int(columns[number])] = share
      }
    }
    self.values = values
    self.columns = columns
    self.candidates = candidates
  }

  /// What the figure at a place of the circle says of a candidate.
  @inline(__always)
  func vote(_ at: Int, _ candidate: Int) -> Float {
    let number = candidates[candidate]
    return number < 0 ? 0 : values[at * width + Int(columns[number])]
  }
}

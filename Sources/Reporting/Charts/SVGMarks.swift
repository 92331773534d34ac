/// The parts that charts are drawn of.
enum SVGMarks {
  /// A place or a length with one decimal.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// What belongs to one row, with the words that tell it.
  static func mark(_ words: String, _ shape: String) -> String {
    let words = Markup.escaped(words)
    return "<g role=\"graphics-symbol\" aria-label=\"\(words)\"><title>\(words)</title>\(shape)</g>\n"
  }

  /// A box with round corners.
  static func box(
    x: Double, y: Double, width: Double, height: Double, fill: String, outline: String? = nil
  ) -> String {
    let stroke = outline.map { " stroke=\"\($0)\" stroke-width=\"1.5\" stroke-dasharray=\"4 2\"" } ?? ""
    return
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(max(width, 1)))\" height=\"\(number(height))\" "
      + "rx=\"3\" fill=\"\(fill)\"\(stroke)/>"
  }

  /// A disc.
  static func disc(x: Double, y: Double, radius: Double, fill: String) -> String {
    "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\" fill=\"\(fill)\"/>"
  }

  /// A thin line of the grid.
  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
    "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" "
      + "stroke=\"currentColor\" stroke-opacity=\"0.15\"/>"
  }

  /// Where a label's place lies in it.
  enum Anchor: String { case start, middle, end }

  /// A label that readers of the screen need not hear, as the marks say it.
  static func label(_ text: String, x: Double, y: Double, _ anchor: Anchor = .start, isQuiet: Bool = false)
    -> String
  {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor.rawValue)\" aria-hidden=\"true\""
      + (isQuiet ? " fill-opacity=\"0.7\" font-size=\"12\"" : "") + ">\(Markup.escaped(text))</text>"
  }

  /// A text cut to a width in pixels, reckoned by the columns that it takes on a terminal.
  static func cut(_ text: String, to width: Double) -> String {
    DisplayWidth.cut(TextStyle.harmless(text), to: Int(width / 7.4))
  }
}

/// A picture of some rows as SVG, for a page or alone.
///
/// It has a title and a description, and every mark tells what it stands for, so that it can be read aloud, and a
/// pointer that rests on a mark shows the same words.
public struct Chart: Hashable, Sendable {
  /// What it shows: `Launches by date`.
  public let title: String
  /// What is to be seen, in a sentence, and what was left out.
  public let description: String
  /// The size in pixels; it can be drawn at any.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  let elements: String

  init(title: String, description: String, height: Int, elements: String) {
    self.title = title
    self.description = description
    width = Int(Chart.width)
    self.height = height
    self.elements = elements
  }

  /// The picture as a file of its own.
  public var file: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg(id: "chart", isAlone: true) + "\n"
  }

  /// The picture as an element of a page; `id` is one that no other element has.
  public func svg(id: String, isAlone: Bool = false) -> String {
    // Alone there is no page around it, so it brings its own ground and its own ink.
    let ground = isAlone ? "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>" : ""
    let ink = isAlone ? " color=\"#1b1f24\"" : ""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      role="graphics-document" aria-labelledby="\(id)-title" aria-describedby="\(id)-description"\(ink) \
      font-family="system-ui, 'Noto Sans', 'Noto Sans CJK SC', sans-serif" font-size="13" fill="currentColor">
      <title id="\(id)-title">\(Markup.escaped(title))</title>
      <desc id="\(id)-description">\(Markup.escaped(description))</desc>
      \(ground)
      <text x="0" y="20" font-size="17" font-weight="600" aria-hidden="true">\(Markup.escaped(title))</text>
      \(elements)
      </svg>
      """
  }

  /// The width that all charts are drawn for.
  static let width = 960.0
  /// How high the heading is, from the top to where a chart may begin.
  static let top = 40.0
}

/// The inks of marks: strong enough on a white and on a dark ground, and apart from each other for people who do not see colours.
enum Ink {
  static let strong = "#1f6fb2"
  static let soft = "#9db8d3"
  static let warm = "#c2571a"
  static let grey = "#7d8590"
}

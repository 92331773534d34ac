import EVFacts

/// The form above a listing by which rows are left out; it asks by address, so that what it shows can be shared.
struct FilterForm {
  let visit: Visit
  private var fields: [HTML] = []
  private var names: Set<String> = ["offset", ReaderLanguage.parameter]
  /// What says whom the page is about, and stays when the filter goes.
  private let subject: [String]

  init(_ visit: Visit, about subject: [String] = []) {
    self.visit = visit
    self.subject = subject
  }

  /// A field that takes text; `otherwise` is what counts where the address does not say.
  func text(_ name: String, _ label: Phrase, hint: String = "", otherwise: String? = nil) -> FilterForm {
    adding(
      name,
      """
      <label>\(visit.words[label]) <input name="\(name)" value="\(visit.query[name] ?? otherwise)" placeholder="\(hint)" \
      maxlength="100" autocomplete="off"></label>
      """)
  }

  /// A field that takes one of a few values; the first stands for all, where that can be chosen.
  func choice(
    _ name: String, _ label: Phrase, _ options: [(value: String, text: String)], withAll: Bool = true
  ) -> FilterForm {
    let now = visit.query[name]
    var list: HTML = withAll ? "<option value=\"\">\(visit.words[.all])</option>" : ""
    for option in options {
      let chosen: HTML = option.value == now ? " selected" : ""
      list += "<option value=\"\(option.value)\"\(chosen)>\(option.text)</option>"
    }
    return adding(name, "<label>\(visit.words[label]) <select name=\"\(name)\">\(list)</select></label>")
  }

  private func adding(_ name: String, _ field: HTML) -> FilterForm {
    var copy = self
    copy.fields.append(field)
    copy.names.insert(name)
    return copy
  }

  /// The fields that listings of facts have.
  func ofFacts(withKind: Bool = true) -> FilterForm {
    let words = visit.words
    var form = text("maker", .maker, hint: "BYD").text("model", .model, hint: "SU7")
    if withKind {
      form = form.choice("kind", .kind, FactKind.allCases.map { ($0.rawValue, words.kinds($0)) })
    }
    return form.text("market", .market, hint: words.market("DE"))
      .choice("status", .status, Status.allCases.map { ($0.rawValue, words.status($0)) })
      .text("from", .from, hint: "2025-06").text("to", .to, hint: "2026")
  }

  /// The form.
  var html: HTML {
    let words = visit.words
    // What is asked for beside the form stays, and so does the sorting.
    let kept = visit.query.items.filter { !names.contains($0.name) }.map { item -> HTML in
      "<input type=\"hidden\" name=\"\(item.name)\" value=\"\(item.value)\">"
    }
    let reset = Address(asked: visit.path).with(visit.query.items.filter { subject.contains($0.name) })
    return """
      <details class="filters" open><summary>\(words[.filter])</summary><form class="filter" method="get" action="\(Address(asked: visit.path))">
      \(HTML(fields, between: "\n"))\(HTML(kept))
      <span class="buttons"><button>\(words[.filter])</button> <a class="quiet" href="\(reset)">\(words[.reset])</a></span>
      </form></details>

      """
  }
}

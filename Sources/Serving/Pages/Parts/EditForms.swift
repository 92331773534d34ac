import EVFacts

/// The forms that keep, drop or correct a fact, for who may edit; nothing for others.
struct EditForms {
  let visit: Visit

  /// Whether there are any.
  var areOffered: Bool { visit.session != nil }

  /// All forms of a fact.
  func all(_ row: FactRow) -> HTML {
    guard visit.session != nil else { return "" }
    let words = visit.words
    let keep = form("keep", row, "", button: words[.keep])
    let why: HTML = """
      <label class="hidden" for="why-\(row.id)">\(words[.reason])</label>\
      <input id="why-\(row.id)" name="why" maxlength="200" placeholder="\(words[.reason])">
      """
    let drop = form("drop", row, why, button: words[.drop])
    return """
      <div class="edit">\(keep, if: row.fact.confidence != nil && !row.corrected)\(drop)
      <details><summary>\(words[.correct])</summary>\(form("correct", row, fields(row), button: words[.save]))</details></div>

      """
  }

  /// The edits of this browser that can be taken back.
  var undo: HTML {
    guard let session = visit.session, !session.edits.isEmpty else { return "" }
    let items = session.edits.map { edit -> HTML in
      """
      <li>\(edit.outcome.text(visit.words)) <form method="post" action="/edit/undo">\(hidden)\
      <input type="hidden" name="edit" value="\(edit.id)"><button>\(visit.words[.undo])</button></form></li>
      """
    }
    return "<section class=\"undo\"><h2>\(visit.words[.yourEdits])</h2><ul>\(HTML(items))</ul></section>\n"
  }

  /// What every form carries: the token, and the page to come back to.
  var hidden: HTML {
    """
    <input type="hidden" name="\(BrowserSession.formField)" value="\(visit.session?.formToken)">\
    <input type="hidden" name="back" value="\(visit.address())">
    """
  }

  private func form(_ action: StaticString, _ row: FactRow, _ content: HTML, button: String) -> HTML {
    """
    <form method="post" action="\(Address("/edit", "\(action)"))">\(hidden)\
    <input type="hidden" name="fact" value="\(row.id)">\(content)<button>\(button)</button></form>

    """
  }

  private func fields(_ row: FactRow) -> HTML {
    let words = visit.words
    let fact = row.fact
    func text(_ name: FactEdit.Field, _ label: String, _ value: String?) -> HTML {
      "<label>\(label) <input name=\"\(name.rawValue)\" value=\"\(value)\" maxlength=\"200\" autocomplete=\"off\"></label>\n"
    }
    func choice(_ name: FactEdit.Field, _ label: String, _ options: [(String, String)], _ value: String?)
      -> HTML
    {
      let list = options.map { option -> HTML in
        "<option value=\"\(option.0)\"\(" selected", if: option.0 == value ?? "")>\(option.1)</option>"
      }
      return "<label>\(label) <select name=\"\(name.rawValue)\">\(HTML(list))</select></label>\n"
    }
    let fields: [HTML] = [
      choice(
        .kind, words[.kind], FactKind.allCases.map { ($0.rawValue, words.kinds($0)) }, fact.kind.rawValue),
      text(.manufacturer, words[.maker], fact.manufacturer), text(.model, words[.model], fact.model),
      text(.attribute, words[.attribute], fact.attribute),
      text(.value, words[.value], fact.value.map(FactJSON.number)),
      text(.valueMax, words[.valueMax], fact.valueMax.map(FactJSON.number)),
      text(.unit, words[.unit], fact.unit), text(.when, words[.when], fact.when?.description),
      text(.market, words[.market], fact.market),
      choice(
        .status, words[.status], Status.allCases.map { ($0.rawValue, words.status($0)) }, fact.status.rawValue
      ),
      text(.source, words[.cited], fact.source),
      "<label>\(words[.reason]) <input name=\"why\" maxlength=\"200\"></label>\n",
    ]
    return "<div class=\"fields\">\(HTML(fields))</div>"
  }
}

import EVFacts

/// The forms that take a new model into the catalogue, make it another name of a known one, or drop it; nothing for those
/// who may not edit.
struct ModelForms {
  let visit: Visit

  /// All forms of a model.
  ///
  /// - Parameters:
  ///   - name: what articles call it.
  ///   - place: tells it from the others of the page.
  ///   - known: the models of its maker that the catalogue has.
  func all(_ name: ModelName, place: Int, known: [String]) -> HTML {
    guard visit.session != nil else { return "" }
    let words = visit.words
    let options = known.map { "<option value=\"\($0)\"></option>" as HTML }
    let alias: HTML = """
      <label class="hidden" for="of-\(place)">\(words[.knownModel])</label>\
      <input id="of-\(place)" name="of" maxlength="200" required autocomplete="off" placeholder="\(words[.knownModel])"\
      \(" list=\"known-\(place)\"", if: !known.isEmpty)>\
      \("<datalist id=\"known-\(place)\">\(HTML(options))</datalist>", if: !known.isEmpty)
      """
    let why: HTML = """
      <label class="hidden" for="why-\(place)">\(words[.reason])</label>\
      <input id="why-\(place)" name="why" maxlength="200" placeholder="\(words[.reason])">
      """
    return """
      <div class="edit">\(form("keep", name, "", words[.addToCatalogue]))\(form("alias", name, alias, words[.makeAlias]))\
      \(form("drop", name, why, words[.drop]))</div>

      """
  }

  private func form(_ action: StaticString, _ name: ModelName, _ content: HTML, _ button: String) -> HTML {
    """
    <form method="post" action="\(Address("/edit/models", "\(action)"))">\(EditForms(visit: visit).hidden)\
    <input type="hidden" name="maker" value="\(name.manufacturer)">\
    <input type="hidden" name="model" value="\(name.model)">\(content)<button>\(button)</button></form>

    """
  }
}

import Facts

/// Why an object is no annotated article, and in which fact of it.
public struct AnnotationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The article, where it has a name.
  public let article: String?
  /// The number of the fact, from 1; `nil` where the article itself is wrong.
  public let fact: Int?
  /// What is wrong.
  public let fault: String

  /// The message, lower case: `article 'a1', fact 2: 'kind' is 'lunch', none of …`.
  public var description: String {
    let places = [article.map { "article '\($0)'" }, fact.map { "fact \($0)" }].compactMap(\.self)
    return places.isEmpty ? fault : places.joined(separator: ", ") + ": " + fault
  }
}

/// Reads an annotated article off a JSON value.
enum AnnotatedFields {
  /// The article with its models and facts, all of it or an error.
  static func annotated(_ value: JSONValue) throws(AnnotationError) -> AnnotatedArticle {
    guard case .object(let object) = value else {
      throw AnnotationError(article: nil, fact: nil, fault: "\(value.sort) is no article")
    }
    let fields = JSONFields(object)
    let id = (try? ArticleFields.identity(fields)) ?? nil
    do {
      guard object["facts"] != nil else { throw fields.wrong("facts", "is missing") }
      let article = try ArticleFields.article(fields, needsText: false)
      var annotated = AnnotatedArticle(article: article, models: [], facts: [])
      for entry in try fields.list("models") { annotated.models.append(try model(entry)) }
      for (index, entry) in try fields.list("facts").enumerated() {
        do throws(FieldError) {
          annotated.facts.append(try fact(entry, text: article.text))
        } catch {
          throw AnnotationError(article: id, fact: index + 1, fault: error.description)
        }
      }
      return annotated
    } catch {
      throw (error as? AnnotationError) ?? AnnotationError(article: id, fact: nil, fault: "\(error)")
    }
  }

  private static func model(_ value: JSONValue) throws(FieldError) -> ModelName {
    guard case .object(let object) = value else {
      throw FieldError(field: "models", fault: "holds \(value.sort)")
    }
    let fields = JSONFields(object)
    return ModelName(
      manufacturer: try fields.requiredText("manufacturer"), model: try fields.requiredText("model"))
  }

  private static func fact(_ value: JSONValue, text: String) throws(FieldError) -> Fact {
    guard case .object(let object) = value else {
      throw FieldError(field: "facts", fault: "holds \(value.sort)")
    }
    return try FactFields.fact(JSONFields(object), text: text)
  }
}

import Facts

/// The articles that tell one story in the same or mostly the same words.
public enum StoryGroups {
  /// The statement that gives them, one group after the other, the first that told the story first.
  public static let statement = SQLStatement(
    """
    SELECT dense_rank() OVER (ORDER BY story) AS "group", article, title, publisher, published, url, language, facts
    FROM story_groups ORDER BY story, article_number
    """)
}

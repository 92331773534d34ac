-- Articles with their text.
SELECT 1;

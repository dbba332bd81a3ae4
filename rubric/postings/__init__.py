"""Any posting to one kept text with spans and sections."""

from rubric.postings.decode import PostingError as PostingError
from rubric.postings.model import Posting as Posting
from rubric.postings.read import read_posting as read_posting
from rubric.postings.read import read_postings as read_postings

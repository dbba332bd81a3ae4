"""Tagged, fillable PDF from blocks: the only part of the product that draws pages."""

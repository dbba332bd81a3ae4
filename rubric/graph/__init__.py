"""Requirements and the catalogue to the graph of competencies; the only owner of networkx."""

from rubric.graph.build import build_graph as build_graph
from rubric.graph.model import CompetencyGraph as CompetencyGraph

"""Numbers this project did not measure itself, each with where it comes from and how far it can be trusted."""

from dataclasses import dataclass

from backstride.message import Message
from backstride.recording import Grade

__all__ = ["Claim", "Grade", "Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, or the project's own judgement. Empty text: not known or does not apply."""

    key: str
    authors: str
    year: int | None
    title: str
    venue: str
    doi: str = ""
    pmid: str = ""
    url: str = ""

    @property
    def link(self) -> str:
        """Where it can be read: by DOI, PubMed number or address; empty where none is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else self.url


@dataclass(frozen=True, slots=True)
class Claim:
    """A borrowed number.

    value       as used, in `unit`
    low, high   the range in which it is believed to lie; equal to value where none is stated
    population  whom or what it was measured on
    says        what the number means, in one sentence
    """

    value: float
    unit: str
    low: float
    high: float
    grade: Grade
    population: Message
    source: Source
    says: Message

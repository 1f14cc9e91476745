"""Tags with a trained spaCy pipeline: names by statistics, values by patterns, the grammar of each word.

    en_core_web_trf          an installed package
    ~/pipelines/parish       a folder with meta.json and config.cfg
    en_minutes               the one that comes with the program

What is loaded is tried on a sentence: a folder whose files do not belong together often fails only at work. Importing
spaCy takes most of a second and a hundred megabytes; so this module is imported only when a model is used.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.util import is_compatible_version
from thinc.api import get_current_ops, use_ops

from compare.annotate.entities import Grammar, TaggedText
from compare.annotate.entities.component import COMPONENT, MinutesEntities
from compare.annotate.entities.entity_tables import EntityTables, entity_tables
from compare.annotate.entities.patterns import PatternTagger
from compare.errors import ModelError
from compare.style.house_style import HouseStyle
from compare.style.resources import default_model

_BATCH = 256  # texts; below 64 the pipeline's overhead shows, above 1,000 nothing is gained


def spacy_tagger(style: HouseStyle, model: str | None = None) -> SpacyTagger:
    """The tagger of a house style, built once a process for all comparisons whose patterns and pipeline are the same.

    Raises: ModelError for a pipeline that cannot be used.
    """
    return _built(entity_tables(style), model, default_model())


@lru_cache(maxsize=4)
def _built(tables: EntityTables, model: str | None, default: Path | None) -> SpacyTagger:
    del default  # another default is another pipeline
    return SpacyTagger(tables, model)


class SpacyTagger:
    """Tags with a trained spaCy pipeline that ends in the patterns of a house style."""

    def __init__(self, tables: EntityTables, model: str | None = None) -> None:
        self._nlp = load_pipeline(model)
        component = self._nlp.get_pipe(COMPONENT)
        if isinstance(component, MinutesEntities):
            component.patterns = PatternTagger(tables)

    @property
    def name(self) -> str:
        """What the provenance prints."""
        return self.model

    @property
    def model(self) -> str:
        """The pipeline's name and version: "en_minutes 0.1.0"."""
        meta = self._nlp.meta
        return f"{meta['lang']}_{str(meta['name']).removeprefix(meta['lang'] + '_')} {meta['version']}"

    def tag(self, texts: Sequence[str]) -> list[TaggedText]:
        """Returns the entities of each text, and the grammar of its words."""
        return [_tagged(doc) for doc in self._nlp.pipe(texts, batch_size=_BATCH)]


def _tagged(doc: Doc) -> TaggedText:
    has_lemmas = doc.has_annotation("LEMMA")
    grammar = {
        token.idx: Grammar(token.lemma_ if has_lemmas else token.lower_, token.pos_, str(token.morph))
        for token in doc
        if token.pos  # a pipeline of names alone tags no words
    }
    return TaggedText(doc._.minutes_entities, grammar)


_OWN, _LANGUAGE = "en_minutes", "en"
_NER = frozenset({"ner", "beam_ner"})  # factories of components that find names
_FILES = ("meta.json", "config.cfg", "vocab/strings.json")  # without the last spaCy loads, and has no lemmas
_TRIAL = "The clerk of Wick thanked Zoe Ashby."
_LONGEST_CAUSE = 160  # characters of a library's own message; its first sentence is mostly shorter


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a pipeline lies, and how the user knows it."""

    place: str
    folder: Path
    remedy: str
    is_own: bool = False

    def error(self, cause: str) -> ModelError:
        return ModelError(self.place, cause, self.remedy)


def load_pipeline(model: str | None) -> Language:
    """Returns the pipeline that a name or folder stands for; `None` is the one that comes with the program.

    It ends with the component `minutes_entities`, added where it was saved without.

    Raises: ModelError where it is missing, made for another spaCy or language, without names, or broken.
    """
    source = _find(model)
    meta = _meta(source)
    if meta.get("lang") != _LANGUAGE:
        raise source.error(f"the language of this pipeline is {meta.get('lang')!r}, and minutes are read as English")
    wanted = meta.get("spacy_version")
    if isinstance(wanted, str) and wanted and is_compatible_version(spacy_version, wanted) is False:
        raise source.error(f"this pipeline was made for spaCy {wanted}, and {spacy_version} is installed")
    nlp = _loaded(source)
    _watch(nlp, source)
    if "ner" not in nlp.pipe_names and _NER.isdisjoint(nlp.pipe_factories[name] for name in nlp.pipe_names):
        raise source.error("this pipeline finds no names: it has no component ner")
    return nlp


def _find(model: str | None) -> _Source:
    own = default_model()
    if model is None and own is not None:
        remedy = "Install compare again, or compare with use_model=False: rules and patterns alone."
        return _Source(str(own), own, remedy, is_own=True)
    name = _OWN if model is None else model
    remedy = "Give the folder of an English spaCy pipeline or the name of an installed one, or leave this setting out."
    folder = _of_package(name)
    if folder is None and own is not None and name == _OWN:
        folder = own
    if folder is None:
        folder = Path(name).expanduser()
        if not _exists(folder):
            raise ModelError(name, "no spaCy pipeline of this name is installed, and there is no such folder", remedy)
        if not folder.is_dir():
            raise ModelError(name, "this is a file, and a pipeline is a folder", remedy)
    return _Source(name, _data_folder(folder), remedy)


def _exists(folder: Path) -> bool:
    try:
        return folder.exists()
    except (OSError, ValueError):  # a name that no folder can have
        return False


def _of_package(name: str) -> Path | None:
    """Returns the folder of an installed pipeline; of other packages `None`, and they are not imported."""
    module = name.replace("-", "_")
    spec = find_spec(module) if module.isidentifier() and not module.startswith("__") else None
    if spec is None or spec.origin is None or not (Path(spec.origin).parent / "meta.json").is_file():
        return None
    return Path(spec.origin).parent


def _data_folder(folder: Path) -> Path:
    """Returns the folder of the data, which a package keeps in one of its own beside the meta.json that names it."""
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
        inside = folder / f"{meta['lang']}_{meta['name']}-{meta['version']}"
    except (OSError, ValueError, TypeError, KeyError):
        return folder
    return inside if inside.is_dir() else folder


def _meta(source: _Source) -> Mapping[str, object]:
    missing = [name for name in _FILES if not (source.folder / name).is_file()]
    if missing:
        raise source.error(f"this folder holds no whole spaCy pipeline: {', '.join(missing)} missing")
    try:
        meta = json.loads((source.folder / "meta.json").read_bytes())
    except (OSError, ValueError) as error:
        raise source.error(f"meta.json cannot be read ({_cause_of(error)})") from error
    if not isinstance(meta, dict):
        raise source.error("meta.json is not that of a pipeline")
    return meta


def _loaded(source: _Source) -> Language:
    # Our own pipeline is made with spaCy's English tokeniser as it comes: to read the saved copy over it would take its
    # time twice, and that is a tenth of the time in which spaCy is imported.
    exclude = ["tokenizer"] if source.is_own else []
    # numpy's own product of matrices takes a third of the time of BLIS where a processor has AVX-512, and no more
    # elsewhere. Where another engine is at work (Apple's, a graphics card's), it stays.
    engine = use_ops("numpy", use_blis=False) if get_current_ops().name == "numpy" else nullcontext()
    with engine, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of versions: judged above; of the libraries under other people's pipelines
        try:
            if source.folder.parent.joinpath("__init__.py").is_file():  # a package may bring components of its own
                import_module(source.folder.parent.name)
            nlp = spacy.load(source.folder, exclude=exclude)
            if COMPONENT not in nlp.pipe_names:
                nlp.add_pipe(COMPONENT, last=True)
            nlp(_TRIAL)
        except Exception as error:
            raise source.error(f"this pipeline cannot be loaded ({_cause_of(error)})") from error
    return nlp


def _watch(nlp: Language, source: _Source) -> None:
    nlp.default_error_handler = partial(_fail, source)
    for _, component in nlp.pipeline:
        # spaCy's own set_error_handler fails at the first component that cannot hold one: its finder of names.
        with suppress(AttributeError):
            if isinstance(component, Pipe):
                component.set_error_handler(nlp.default_error_handler)


def _fail(source: _Source, name: str, component: object, docs: Sequence[Doc], error: Exception) -> NoReturn:
    """What spaCy calls where a component fails on a text that the trial did not foresee."""
    del docs
    if isinstance(component, MinutesEntities):
        raise error  # ours: a bug keeps its traceback
    raise source.error(f"its component {name} fails at work ({_cause_of(error)})") from error


def _cause_of(error: Exception) -> str:
    """Returns the first line of a library's message, without a full stop, shortened."""
    lines = str(error).strip().splitlines()
    cause = " ".join(lines[0].split()).rstrip(".") if lines else ""
    cause = cause if len(cause) <= _LONGEST_CAUSE else cause[: _LONGEST_CAUSE - 1].rstrip() + "…"
    return cause or type(error).__name__

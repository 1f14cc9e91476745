"""The command line. Each command is one call of the library; what is done here is words in, bytes out, exit code.

    compare draft.txt final.txt         a first argument that is no command is a draft
    compare ./rules final.txt           a draft that is called like a command
    compare rules                       a command

Exit: 0 nothing at or above --fail-on; 1 something is; 2 it could not be done. Importing this module loads no engine.
"""

from __future__ import annotations

import atexit
import errno
import gc
import sys
import traceback
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import click
import typer
from typer.core import TyperCommand, TyperGroup

import compare
from compare.errors import CompareError, OutputError, UsageError
from compare.report.destination import check_target, write_report
from compare.report.registry import REPORTS, ReportOptions
from compare.report.sign_of_life import sign_of_life
from compare.report.terminal import find_terminal, use_utf8
from compare.report.unsafe_characters import escape_unsafe
from compare.values import Severity, Tracked

if TYPE_CHECKING:
    from compare.values import Comparison

_PAIR = "pair"  # the name behind `compare DRAFT FINAL`; no one needs to type it
_NOT_YET = ("check", "audit", "register", "batch", "serve")
_STANDARD_OUTPUT = Path("-")
_OPTIONS = {"use_model=False": "--no-model", 'scope="whole"': "--scope whole"}  # in remedies of the library
_NOT_DONE = 2
_INTERRUPTED = 130  # what shells expect of a program stopped by Ctrl-C: 128 + SIGINT


class Dump(StrEnum):
    """What `--dump` shows of the stages' work."""

    SEGMENTS = "segments"
    OUTLINE = "outline"
    ALIGNMENT = "alignment"


class FailOn(StrEnum):
    """The least severity that makes the exit code 1."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    COSMETIC = "cosmetic"
    NEVER = "never"


class _DraftFirst(TyperGroup):
    """A group in which a first argument that is no command is a draft."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts the name of the main command before arguments that name none."""
        if args and args[0] in _NOT_YET and not Path(args[0]).exists():
            raise UsageError(
                args[0],
                f"this command is not part of version {compare.__version__}",
                "See compare --help for those that are.",
            )
        if not args or args[0] not in self.commands:
            args = [_PAIR, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command to run; the main one has no name of its own in the help."""
        name, command, rest = super().resolve_command(ctx, args)
        return (None if name == _PAIR else name), command, rest


class _CompareCommand(TyperCommand):
    """The main command; its help names the others too."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line, without the blank that a nameless command leaves."""
        formatter.write_usage(ctx.command_path.strip(), " ".join(self.collect_usage_pieces(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands of the group."""
        super().format_options(ctx, formatter)
        if ctx.parent is not None and isinstance(ctx.parent.command, click.Group):
            ctx.parent.command.format_commands(ctx.parent, formatter)


app = typer.Typer(cls=_DraftFirst, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def _show_version(value: bool) -> None:  # noqa: FBT001 (typer calls it so)
    if value:
        write_report(f"compare {compare.__version__}\n".encode())
        raise typer.Exit


@app.command(
    _PAIR,
    cls=_CompareCommand,
    hidden=True,
    epilog="Exit code: 0 nothing at or above --fail-on, 1 something is, 2 it could not be done.",
)
def compare_pair(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The draft minutes, or - for standard input.")],
    final: Annotated[
        str | None, typer.Argument(metavar="FINAL", help="The final minutes, or -; left out only with --dump.")
    ] = None,
    *,
    report: Annotated[
        str, typer.Option("--format", click_type=click.Choice(list(REPORTS)), help="The form of the report.")
    ] = "terminal",
    output: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write the report to this file instead of standard output.")
    ] = None,
    scope: Annotated[
        str, typer.Option(metavar="auto|whole|N[,N…]", help="The items to compare; auto finds what the draft covers.")
    ] = "auto",
    fail_on: Annotated[FailOn, typer.Option(help="The least severity that makes the exit code 1.")] = FailOn.MINOR,
    show: Annotated[Severity, typer.Option(help="The least severity listed; counts stay complete.")] = Severity.MINOR,
    tracked: Annotated[
        Tracked, typer.Option(help="Read documents with tracked changes as if these were accepted, or not.")
    ] = Tracked.ACCEPT,
    profile: Annotated[Path | None, typer.Option(metavar="FILE", help="House style of your body (TOML).")] = None,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME|PATH", help="Another spaCy pipeline than the built-in one, installed or a folder."),
    ] = None,
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Rules and patterns only, no statistical model.")
    ] = False,
    dump: Annotated[
        Dump | None,
        typer.Option(help="For debugging: how the documents were read; segments and outline need DRAFT alone."),
    ] = None,
    version: Annotated[  # noqa: ARG001 (its callback answers)
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> int:
    """Compare draft minutes with final minutes: what differs, and which differences matter."""
    if output == _STANDARD_OUTPUT:
        output = None
    if output is not None:
        check_target(output, (draft, *([final] if final else []), *([str(profile)] if profile else [])))
    elif REPORTS[report].needs_file and dump is None:
        raise UsageError(f"--format {report}", "this report needs a file", "Give its name with --output.")
    if dump is not None:
        write_report(_dump(dump, draft, final, scope=scope, tracked=tracked, profile=profile).encode(), output)
        return 0
    final = _given(final)
    with sign_of_life(f"Comparing {draft} with {final} …", sys.stderr):
        comparison = compare.compare_files(
            draft, final, scope=scope, profile=profile, use_model=not no_model, model=model, tracked=tracked
        )
    terminal = find_terminal(to_file=output is not None)
    options = ReportOptions(show, terminal.width, terminal.has_colour)
    write_report(REPORTS[report].render(comparison, options), output)
    if output is not None:
        _say_written(comparison, output)
    return _exit_code(comparison, fail_on)


@app.command("rules")
def rules(
    *, markdown: Annotated[bool, typer.Option("--markdown", help="The rules' page of the documentation.")] = False
) -> int:
    """List the rules: what each fires on, and how grave it is."""
    from compare.report.rules_page import list_rules, rules_as_markdown

    page = rules_as_markdown() if markdown else list_rules(find_terminal().width)
    write_report(page.encode())
    return 0


@app.command("explain")
def explain(rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule's id, as reports print it.")]) -> int:
    """Explain one rule: what it fires on, with examples, and where it is decided."""
    from compare.report.rules_page import explain_rule

    write_report(explain_rule(rule, find_terminal().width).encode())
    return 0


def _dump(dump: Dump, draft: str, final: str | None, *, scope: str, tracked: Tracked, profile: Path | None) -> str:
    from compare.api import read_minutes_file
    from compare.report.dump import dump_alignment, dump_outline, dump_segments

    if dump is Dump.ALIGNMENT:
        comparison = compare.compare_files(
            draft, _given(final), scope=scope, profile=profile, use_model=False, tracked=tracked
        )
        return dump_alignment(comparison)
    show = dump_segments if dump is Dump.SEGMENTS else dump_outline
    files = [draft] if final is None else [draft, final]
    return "\n".join(show(read_minutes_file(file, profile=profile, tracked=tracked)) for file in files)


def _say_written(comparison: Comparison, output: Path) -> None:
    from compare.report.sentences import written_sentence

    if sys.stderr is not None:
        sys.stderr.write(escape_unsafe(written_sentence(comparison, str(output))) + "\n")


def _given(final: str | None) -> str:
    if final is None:
        raise UsageError("compare", "missing argument 'FINAL'", "See compare --help.")
    return final


def _exit_code(comparison: Comparison, fail_on: FailOn) -> int:
    if fail_on is FailOn.NEVER:
        return 0
    floor = Severity(fail_on.value).rank
    return int(any(count and Severity(severity).rank <= floor for severity, count in comparison.counts.items()))


def _spell_options(error: CompareError) -> CompareError:
    """The error of the library with its settings spelled as options."""
    place = f"--{error.place}" if error.setting else error.place
    cause, remedy = error.cause, error.remedy
    for setting, option in _OPTIONS.items():
        cause = cause.replace(setting, option) if error.setting else cause
        remedy = remedy.replace(setting, option)
    return CompareError(place, cause, remedy)


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line and gives the exit code. A bug keeps its traceback."""
    use_utf8()
    collects = gc.isenabled()
    # What one run makes lives until it ends: looking for the dead costs a seventh of the time meanwhile, and as much
    # again when Python ends, with the hundred thousand objects of spaCy.
    gc.disable()
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
    try:
        code: int = app(arguments, prog_name="compare", standalone_mode=False)
    except CompareError as error:
        message = str(_spell_options(error))
    except click.Abort:
        return _INTERRUPTED
    except click.ClickException as error:
        cause = error.format_message().rstrip(".")
        message = str(UsageError("compare", cause[:1].lower() + cause[1:], "See compare --help."))
    except OSError as error:
        if error.errno != errno.ENOSPC:  # click writes --help itself
            traceback.print_exc()
            return _NOT_DONE
        message = str(OutputError("standard output", "the disk is full", "Make room, or write elsewhere."))
    except Exception:  # noqa: BLE001 (whatever else it is: not exit code 1, which says that the documents differ)
        traceback.print_exc()
        return _NOT_DONE
    else:
        return code
    finally:
        if collects:
            gc.enable()
    sys.stderr.write(escape_unsafe(message) + "\n")
    return _NOT_DONE

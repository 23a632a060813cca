using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// A socket address: <c>10.0.0.1:53</c> or <c>"/tmp/s"</c>; with a wrong length <c>10.0.0.1:53, 8</c>; of another
/// family <c>AF_UNSPEC</c>, or <c>AF_INET6 10.0.0.1:53</c> with an endpoint.
/// </summary>
internal sealed class SocketAddressArgument : Syntax<SocketAddress>
{
    private static readonly Number Length = new("a length");

    public override void Print(StringBuilder text, SocketAddress value)
    {
        if (value.Path is { } path)
        {
            Quotation.Print(text, path);
        }
        else if (value.Family == AddressFamily.AF_INET)
        {
            Terms.Endpoint.Print(text, value.Endpoint);
        }
        else
        {
            Terms.Family.Print(text, value.Family);
            if (!value.Endpoint.IsNone)
            {
                text.Append(' ');
                Terms.Endpoint.Print(text, value.Endpoint);
            }
        }

        if (value.Length != value.ProperLength)
        {
            Length.PrintNext(text, value.Length);
        }
    }

    public override SocketAddress Parse(Scanner scanner)
    {
        SocketAddress address = scanner.At('"') ? SocketAddress.Local(ParsePath(scanner)) : ParseEndpoint(scanner);
        return scanner.At(',') ? address with { Length = Length.ParseNext(scanner) } : address;
    }

    private static string ParsePath(Scanner scanner)
    {
        int start = scanner.Mark();
        string path = scanner.Quoted("a path");
        return path.All(c => c <= byte.MaxValue)
            ? path
            : throw scanner.Expected("a path without characters above \\xff", start);
    }

    private static SocketAddress ParseEndpoint(Scanner scanner)
    {
        var family = AddressFamily.AF_INET;
        Endpoint endpoint = Endpoint.None;
        bool hasFamily = !scanner.Word.Contains('.');
        if (hasFamily)
        {
            family = Terms.FamilyOrEndpoint.Parse(scanner);
        }

        if (!hasFamily || !scanner.Word.IsEmpty)
        {
            endpoint = Terms.Endpoint.Parse(scanner);
        }

        return new SocketAddress(family, endpoint, SocketAddress.InetLength);
    }
}

/// <summary>A list of groups, which may be empty: <c>5, 6</c>.</summary>
internal sealed class GroupsArgument : Syntax<GroupList>
{
    public override void Print(StringBuilder text, GroupList value) => text.AppendJoin(", ", value);

    public override GroupList Parse(Scanner scanner)
    {
        List<int> ids = [];
        if (!scanner.At(')'))
        {
            ids.Add(Terms.Gid.Parse(scanner));
            while (scanner.At(','))
            {
                ids.Add(Terms.Gid.ParseNext(scanner));
            }
        }

        return [.. ids];
    }
}

/// <summary>
/// The target of getpriority(2) and setpriority(2): <c>5</c> is a process, <c>PRIO_USER, 5</c> a user; for
/// setpriority(2) a nice value follows.
/// </summary>
internal sealed class PriorityArguments(bool hasNice) : Syntax<(PriorityOf Which, int Who, int Nice)>
{
    private static readonly Named<PriorityOf> Which =
        new("a process id or a kind of target", [.. Enum.GetValues<PriorityOf>().Select(of => (of.ToString(), of))]);

    private static readonly Number Who = new("a process, group or user id");
    private static readonly Number Nice = new("a nice value");

    public override void Print(StringBuilder text, (PriorityOf Which, int Who, int Nice) value)
    {
        if (value.Which != PriorityOf.PRIO_PROCESS)
        {
            Which.Print(text, value.Which);
            text.Append(", ");
        }

        Who.Print(text, value.Who);
        if (hasNice)
        {
            Nice.PrintNext(text, value.Nice);
        }
    }

    /// <summary>A leading number is a pid, unless there is one more argument.</summary>
    public override (PriorityOf Which, int Who, int Nice) Parse(Scanner scanner)
    {
        bool hasWhich = !scanner.Word.IsEmpty && char.IsAsciiLetter(scanner.Word[0]);
        PriorityOf first = Which.Parse(scanner);
        hasWhich |= !hasNice && scanner.At(',');
        int second = hasWhich || hasNice ? Who.ParseNext(scanner) : 0;
        hasWhich |= hasNice && scanner.At(',');
        return hasWhich
            ? (first, second, hasNice ? Nice.ParseNext(scanner) : 0)
            : (PriorityOf.PRIO_PROCESS, (int)first, second);
    }
}

/// <summary>The path of jail(2), preceded by the version unless that is 0: <c>"/a"</c>, or <c>1, "/a"</c>.</summary>
internal sealed class VersionAndPath : Syntax<(int Version, string? Path)>
{
    private static readonly Number Version = new("a version");

    public override void Print(StringBuilder text, (int Version, string? Path) value)
    {
        if (value.Version == 0)
        {
            Terms.Path.Print(text, value.Path);
        }
        else
        {
            Version.Print(text, value.Version);
            Terms.Path.PrintNext(text, value.Path);
        }
    }

    public override (int Version, string? Path) Parse(Scanner scanner) =>
        scanner.Word.IsEmpty || char.IsAsciiLetter(scanner.Word[0])
            ? (0, Terms.Path.Parse(scanner))
            : (Version.Parse(scanner), Terms.Path.ParseNext(scanner));
}

/// <summary>A variable and the value written, if any: <c>"kern.maxproc"</c>, <c>"kern.hostname", "a"</c>.</summary>
internal sealed class VariableAndValue : Syntax<(string Name, object? Value)>
{
    private static readonly Quoted Name = new("a variable");
    private static readonly Quoted Text = new("a text");
    private static readonly Number Integer = new("a value");

    public override void Print(StringBuilder text, (string Name, object? Value) value)
    {
        Name.Print(text, value.Name);
        switch (value.Value)
        {
            case int number:
                Integer.PrintNext(text, number);
                break;
            case string content:
                Text.PrintNext(text, content);
                break;
        }
    }

    public override (string Name, object? Value) Parse(Scanner scanner)
    {
        string name = Name.Parse(scanner);
        return !scanner.TryTake(',') ? (name, null)
            : scanner.At('"') ? (name, Text.Parse(scanner))
            : (name, Integer.Parse(scanner));
    }
}

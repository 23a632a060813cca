using System.Text;

namespace Verify.Abi.Text;

/// <summary>The header lines before the first call: interfaces, sizes, files and port ranges at boot.</summary>
internal static class HeaderLines
{
    /// <summary>The prefix length of an address that is written without one: an alias.</summary>
    private const int HostPrefix = 32;

    private const string Wakeups = "wakeups";
    private const string Answers = "answers";
    private const string Later = "later";

    private static readonly string[] KeyWords =
        ["if", "tunable", "sysctl", Wakeups, Answers, .. BootFileLines.Words];

    public static void Print(StringBuilder text, World world)
    {
        foreach (Interface @interface in world.Interfaces)
        {
            text.Append("if ").Append(@interface.Name);
            foreach ((Ipv4 address, int prefix) in @interface.Addresses)
            {
                text.Append(' ').Append(address).Append(prefix == HostPrefix ? "" : $"/{prefix}");
            }

            text.Append('\n');
        }

        text.Append(world.WakesLater ? $"{Wakeups} {Later}\n" : "");
        text.Append(world.AnswersLater ? $"{Answers} {Later}\n" : "");
        var defaults = new Tunables();
        foreach (Tunable tunable in Tunable.All.Where(t => t.Get(world.Tunables) != t.Get(defaults)))
        {
            text.Append($"tunable {tunable.Name}={tunable.Get(world.Tunables)}\n");
        }

        foreach (BootFile file in world.Files)
        {
            BootFileLines.Print(text, file);
        }

        foreach ((PortVariable variable, int value) in world.Settings)
        {
            text.Append($"sysctl {PortNames.Of(variable)}={value}\n");
        }
    }

    /// <summary>True if a header line comes next.</summary>
    public static bool Starts(Scanner scanner) => KeyWords.Contains(scanner.Word.ToString());

    /// <summary>Parses a header line and adds it to the world.</summary>
    public static World Parse(Scanner scanner, World world)
    {
        if (scanner.TryTakeWord("if"))
        {
            return world with { Interfaces = world.Interfaces.Add(ParseInterface(scanner, world)) };
        }

        if (scanner.TryTakeWord("tunable"))
        {
            Tunable tunable = ParseName(scanner, "a tunable", Tunable.All, t => t.Name);
            scanner.Take('=');
            return world with { Tunables = tunable.Set(world.Tunables, tunable.ParseSize(scanner)) };
        }

        if (scanner.TryTakeWord("sysctl"))
        {
            PortVariable variable = ParseName(scanner, "a variable", Enum.GetValues<PortVariable>(), PortNames.Of);
            scanner.Take('=');
            int value = scanner.Number(int.MinValue, int.MaxValue, "a number");
            return world with { Settings = world.Settings.Add(new PortSetting(variable, value)) };
        }

        if (scanner.TryTakeWord(Wakeups))
        {
            scanner.TakeWord(Later);
            return world with { WakesLater = true };
        }

        if (scanner.TryTakeWord(Answers))
        {
            scanner.TakeWord(Later);
            return world with { AnswersLater = true };
        }

        if (BootFileLines.TryParse(scanner, world, out BootFile file))
        {
            return world with { Files = world.Files.Add(file) };
        }

        throw scanner.Expected($"{string.Join(", ", KeyWords)}, or a call such as [1] fork()");
    }

    private static Interface ParseInterface(Scanner scanner, World world)
    {
        string name = scanner.Word.ToString();
        if (name.Length == 0 || world.Interfaces.Any(other => other.Name == name))
        {
            throw scanner.Expected("a new interface name");
        }

        scanner.TakeWord();
        var @interface = new Interface(name, []);
        while (!scanner.AtEnd)
        {
            int start = scanner.Mark();
            InterfaceAddress added = ParseAddress(scanner);
            if (!added.Address.IsUnicast)
            {
                throw scanner.Expected("a unicast address", start);
            }

            if (@interface.Addresses.Any(a => a.Address == added.Address))
            {
                throw scanner.Expected("an address that the interface does not have", start);
            }

            @interface = @interface with { Addresses = @interface.Addresses.Add(added) };
        }

        return @interface;
    }

    private static InterfaceAddress ParseAddress(Scanner scanner)
    {
        Ipv4 address = Terms.Address.Parse(scanner);
        int prefix = scanner.TryTake('/') ? scanner.Number(0, HostPrefix, "a prefix length") : HostPrefix;
        return new InterfaceAddress(address, prefix);
    }

    private static T ParseName<T>(Scanner scanner, string what, IReadOnlyList<T> all, Func<T, string> nameOf)
    {
        foreach (T item in all)
        {
            if (scanner.TryTakeWord(nameOf(item)))
            {
                return item;
            }
        }

        throw scanner.Expected($"{what}: {NearNames.Of(scanner.Word, all.Select(nameOf))}");
    }
}

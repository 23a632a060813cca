using System.CommandLine;
using System.Globalization;
using Verify.Runner.Output;

namespace Verify.Runner.Input;

/// <summary>Options whose values are checked, and reported in one line if wrong.</summary>
internal static class ValueOption
{
    /// <summary>An option with a whole number.</summary>
    public static Option<long?> Number(string name, string description, long least, long most = long.MaxValue) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                    && number >= least && number <= most)
                {
                    return number;
                }

                string bounds = most == long.MaxValue ? $"from {least} up" : $"from {least} to {most}";
                result.AddError($"{name}: expected a whole number {bounds}, found '{text}'");
                return null;
            },
        };

    /// <summary>An option with a time.</summary>
    public static Option<TimeSpan?> Time(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "30s",
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (Duration.TryParse(text, out TimeSpan duration))
                {
                    return duration;
                }

                result.AddError($"{name}: expected a time such as 500ms, 30s or 2m, found '{text}'");
                return null;
            },
        };
}

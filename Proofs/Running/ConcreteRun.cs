using System.Reflection;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Running;

/// <summary>
/// Runs a harness on known values in the runtime itself: for FsCheck, and to confirm a counterexample.
/// </summary>
internal static class ConcreteRun
{
    /// <summary>Calls the harness once.</summary>
    /// <param name="harness">The harness.</param>
    /// <param name="values">Its inputs, see <see cref="HarnessInputs.Arguments"/>.</param>
    /// <returns>Why it failed; null when it passed, or an assumption left the values out.</returns>
    public static string? Execute(MethodInfo harness, IReadOnlyList<ulong> values) => Execute(harness, values, out _);

    /// <summary>Calls the harness once.</summary>
    /// <param name="harness">The harness.</param>
    /// <param name="values">Its inputs, see <see cref="HarnessInputs.Arguments"/>.</param>
    /// <param name="isAdmitted">True if the harness's assumptions admit these values.</param>
    /// <returns>Why it failed; null when it passed, or an assumption left the values out.</returns>
    public static string? Execute(MethodInfo harness, IReadOnlyList<ulong> values, out bool isAdmitted)
    {
        Exception? thrown = Call(harness, values);
        isAdmitted = thrown is null || !Is<AssumptionFailedException>(thrown);
        return thrown is not null && isAdmitted ? Describe(thrown) : null;
    }

    private static Exception? Call(MethodInfo harness, IReadOnlyList<ulong> values)
    {
        try
        {
            harness.Invoke(null, new HarnessInputs(harness).Arguments(values));
            return null;
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException!;
        }
    }

    private static string Describe(Exception thrown) => Is<AssertionFailedException>(thrown)
        ? thrown.Message
        : $"{thrown.GetType().FullName} is thrown";

    // By name: the harness of a mutant is loaded a second time, with its own exception types.
    private static bool Is<T>(Exception thrown) => thrown.GetType().FullName == typeof(T).FullName;
}

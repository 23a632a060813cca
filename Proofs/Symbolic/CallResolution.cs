using Mono.Cecil;

namespace Verify.Proofs.Symbolic;

/// <summary>Finds the body that a call executes, in whatever assembly it is.</summary>
internal static class CallResolution
{
    /// <exception cref="UnsupportedCodeException">There is no body of IL that means what the call does.</exception>
    public static MethodDefinition Resolve(MethodReference reference)
    {
        if (reference.IsGenericInstance || reference.DeclaringType.IsGenericInstance)
        {
            throw new UnsupportedCodeException($"generic call of {reference.FullName}");
        }

        MethodDefinition method = reference.Resolve()
            ?? throw new UnsupportedCodeException($"method {reference.FullName} is not found");
        if (method is { HasBody: true, Body.HasExceptionHandlers: true })
        {
            throw new UnsupportedCodeException($"exception handlers in {method.FullName}");
        }

        return method;
    }
}
